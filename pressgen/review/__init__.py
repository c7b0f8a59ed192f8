"""A release before people: what they look at, on paper or in a file, and what they approve."""
