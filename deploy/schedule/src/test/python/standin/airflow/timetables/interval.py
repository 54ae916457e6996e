class CronDataIntervalTimetable:
    def __init__(self, cron, timezone):
        self.summary = cron
        self.timezone = timezone
