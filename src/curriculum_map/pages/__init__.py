"""Answers and graph as pages: one self-contained text each, which may load nothing.

`site.site` makes every page of a catalogue in every language; `network.network_page` makes the
page of the graph alone. They bring Jinja, pyvis and XlsxWriter along, so commands import them
only where they are used.
"""
