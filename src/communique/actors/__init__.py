"""Who is meant, when and where: mentions, coreference, offices at the date; `when` and `where` beside them."""
