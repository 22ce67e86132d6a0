// Cases of the app room: there are none as text yet.
void register_all_cases() {}
