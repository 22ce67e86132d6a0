// The text cases of this room.
void register_all_cases() {}
