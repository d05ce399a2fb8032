"""How well judged sets are ranked, by this project and by others: `python -m benchmarks.quality`.

`rankers` are the engines as one finds them, each with the analysis for Chinese that its users would
choose. Knows nothing of speed.
"""
