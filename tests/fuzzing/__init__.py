"""What ``make fuzz`` feeds, and with what it begins."""
