"""Korean Story to English Story: catalogs, memory, glossary, protection of terms, engines."""
