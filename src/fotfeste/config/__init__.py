"""How it is all put together and started: settings, addresses, commands."""
