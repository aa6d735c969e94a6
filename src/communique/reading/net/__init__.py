"""The trained reader: one small encoder with several heads, run by onnxruntime; made by `python -m training.reader`."""
