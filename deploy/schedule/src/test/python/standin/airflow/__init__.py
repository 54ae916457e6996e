"""Stands in for Airflow where it is not installed: only the names that the DAGs use, with the arguments that Airflow knows.

An argument that Airflow does not have is a TypeError here too.
"""

_open = []


class DAG:
    def __init__(
        self,
        dag_id,
        *,
        description=None,
        schedule=None,
        start_date=None,
        end_date=None,
        catchup=False,
        max_active_runs=16,
        max_active_tasks=16,
        dagrun_timeout=None,
        default_args=None,
        tags=None,
        doc_md=None,
    ):
        self.dag_id = dag_id
        self.timetable = schedule
        self.start_date = start_date
        self.catchup = catchup
        self.max_active_runs = max_active_runs
        self.default_args = dict(default_args or {})
        self.task_dict = {}

    def __enter__(self):
        _open.append(self)
        return self

    def __exit__(self, *error):
        _open.pop()


def current_dag():
    return _open[-1]
