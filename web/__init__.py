"""The doors: pages, JSON API, and the `letters` command. Must not know how searching works.

No room imports this one; what others start is `web.app.create_app` and `web.cli.main`. Nothing is
imported here, so that the command line starts quickly.
"""
