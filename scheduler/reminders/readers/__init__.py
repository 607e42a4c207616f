"""Whoever gets reminders: their subscriptions, confirmed or ended, the links in their mails, bounces."""
