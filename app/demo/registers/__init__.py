"""The registers beside the main job: each module here writes some records of one matter."""
