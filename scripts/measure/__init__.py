"""What ``make bench`` measures, and the floors that it holds the figures against."""
