// The text cases of this room.
namespace plumbline::test {
void register_figure_cases();
void register_pipeline_cases();
void register_pack_cases();
void register_timeframe_cases();
}  // namespace plumbline::test

void register_all_cases() {
  plumbline::test::register_figure_cases();
  plumbline::test::register_pipeline_cases();
  plumbline::test::register_pack_cases();
  plumbline::test::register_timeframe_cases();
}
