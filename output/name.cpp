// The room of writers; its first writer follows.
