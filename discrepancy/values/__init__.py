"""Values and their algebra: each type answers whether two of its values agree, overlap or exclude one another."""
