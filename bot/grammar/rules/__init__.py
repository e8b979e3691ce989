"""One module per family of questions; each rule takes what was asked and gives a query, or None to pass it on."""
