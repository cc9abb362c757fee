"""How fast the tool is: everything is set against something measured in the same run."""
