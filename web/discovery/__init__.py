"""What programs find the site by: its description as a search engine, sitemaps, robots.txt, icons.

Must not know how letters are found nor how pages look.
"""
