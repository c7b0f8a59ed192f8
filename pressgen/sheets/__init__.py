"""Spreadsheets of events: each row an event, and an event file made of it that a build reads like any."""
