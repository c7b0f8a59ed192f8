"""pressgen: facts in, a Korean press release with its English translation out."""

__version__ = "0.1.0"
