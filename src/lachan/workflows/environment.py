"""Names in the environment: what a command of ours tells the processes that it starts."""

from __future__ import annotations

# The content root, for kernels and JupyterLab.
ROOT_ENV = "LACHAN_ROOT"

# The school's own folder, where a command was told another than lachan.toml names.
SCHOOL_ENV = "LACHAN_SCHOOL"

# The file from which a kernel takes the content over instead of reading it anew.
SNAPSHOT_ENV = "LACHAN_SNAPSHOT"

# Set to "1" in every kernel of our own server, whose files and pages an app may then point at.
SERVED_ENV = "LACHAN_SERVED"

# Set to "1" only in a kernel that was started behind the staff passcode.
STAFF_ENV = "LACHAN_STAFF"

# What the one who logged in may do (a `Role`), only in a kernel behind a passcode.
ROLE_ENV = "LACHAN_ROLE"

# Folders of private items, as a search path; only organisers' kernels are told.
BANKS_ENV = "LACHAN_BANKS"

# The database of contests and live rooms, as a URL; without it, a file of the user's.
DATABASE_ENV = "LACHAN_DATABASE_URL"

# With what PostgreSQL's own library adds to a URL, for those who open the database.
DATABASE_NAMES = (
    DATABASE_ENV,
    *("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGPASSFILE", "PGSERVICE"),
    *("PGSERVICEFILE", "PGSSLMODE", "PGSSLROOTCERT", "PGSSLCERT", "PGSSLKEY", "PGSSLCRL"),
    *("PGCHANNELBINDING", "PGTARGETSESSIONATTRS", "PGCONNECT_TIMEOUT", "PGOPTIONS"),
)

# The file with the addresses under which a class comes in now, for staff kernels that invite it.
HOSTS_ENV = "LACHAN_HOSTS"

# The contests that are on, for pupils' pages that have a door to the room.
DOORS_ENV = "LACHAN_CONTESTS"

# The contest room's address, for kernels that show the room inside a notebook.
CONTEST_ENV = "LACHAN_CONTEST_URL"

# What the server of apps signs visitors' addresses with, for the contest room that it starts.
VISITOR_KEY_ENV = "LACHAN_VISITOR_KEY"

# The file in which a kernel finds its visitor's signed address once someone has come for it.
VISITOR_ENV = "LACHAN_VISITOR"
