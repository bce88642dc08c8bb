"""Answers and graph as pages: one self-contained text each, which may load nothing.

`report.report` and `network.network_page` are pure functions of a catalogue. They bring
Jinja and pyvis along, so commands import them only where they are used.
"""
