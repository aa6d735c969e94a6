"""Facts of one document: statements, encounters, events, commitments; one file each, independent of one another."""
