"""The order of the rooms, and where they run."""
