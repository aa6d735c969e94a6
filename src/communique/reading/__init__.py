"""The one pass over a text: tokens, sentences, trees, phrases, predicates, attributions; `protocol` is what an engine gives."""
