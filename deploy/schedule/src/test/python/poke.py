"""Loads the DAGs and pokes one task once: poke.py DAG_FILE DAG_ID BEGIN END, the times in ISO 8601.

Prints what came of it as JSON on the last line. Real Airflow is used where it is installed, otherwise the stand-in beside this file.
"""

import importlib.util
import json
import pathlib
import sys
from datetime import datetime

try:
    import airflow

    kind = f"Airflow {airflow.__version__}"
except ImportError:
    sys.path.insert(0, str(pathlib.Path(__file__).parent / "standin"))
    kind = "stand-in"

from airflow import DAG

dag_file, dag_id, begin, end = sys.argv[1:]
spec = importlib.util.spec_from_file_location("dags", dag_file)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
dag = next(value for value in vars(module).values() if isinstance(value, DAG) and value.dag_id == dag_id)
(task,) = dag.task_dict.values()
try:
    ending = str(task.poke({"data_interval_start": datetime.fromisoformat(begin), "data_interval_end": datetime.fromisoformat(end)}))
except Exception as failure:
    ending = type(failure).__name__
print(
    json.dumps(
        {
            "with": kind,
            "ending": ending,
            "timetable": [type(dag.timetable).__name__, dag.timetable.summary],
            "catchup": dag.catchup,
            "max_active_runs": dag.max_active_runs,
            "start": dag.start_date.isoformat(),
            "mode": task.mode,
            "retries": task.retries,
            "poke_interval": task.poke_interval,
            "timeout": task.timeout,
        }
    )
)
