"""The archive: what a build writes into releases/, and the drafts that are not out yet."""
