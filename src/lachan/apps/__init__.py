"""What the notebooks in voila_apps/ import; each app is one function that shows a page.

The modules are imported one by one, since a pupil's kernel must not pay for a staff page.
"""
