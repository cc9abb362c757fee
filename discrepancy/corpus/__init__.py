"""The same functions over a whole archive: articles in, groups about one event, conflicts of each out."""
