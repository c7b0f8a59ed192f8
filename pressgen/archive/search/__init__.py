"""Search in an archive: what is found, the index that a page on a web server reads, and its reader."""
