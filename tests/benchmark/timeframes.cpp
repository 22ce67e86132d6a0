// How fast texts are read for their timeframes: MB/s on one core, by language and over all, from our own samples or
// from the texts of a file of records (PLUMBLINE_TIMEFRAME_RECORDS: {"lang","report_date","text"}, one a line). The
// growth family reads what a hostile text repeats, at two lengths: the rate of a family should not fall with its
// length.
#include "rules/timeframe/reader.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plumbline {
namespace {

struct Record {
  std::string language, text;
  std::optional<Day> report_date;
};

std::vector<Record> own_samples() {
  const std::pair<const char*, const char*> texts[] = {
      {"en",
       "The Ministry of Ports will publish the review of harbour dues by June 2014, and the Board of Pilots, which was "
       "set up in 1995 under the Harbours Act No. 12 of 1991, will report on it twice a year."},
      {"fr",
       "Le ministère des Ports publiera l'étude des droits de quai d'ici la fin du premier trimestre 2014; la "
       "Stratégie des pêches de 2010 sera actualisée dans les meilleurs délais."},
      {"es",
       "El Ministerio de Puertos publicará la revisión de las tarifas antes de finales de 2014, de conformidad con la "
       "Ley 12/2009, y la comisión creada en 2008 se reunirá cada seis meses."},
      {"pt",
       "O Ministério dos Portos publicará a revisão das taxas até ao final de 2014, e a comissão criada em 2008 "
       "reunirá duas vezes por ano, no âmbito do Plano Nacional 2011-2016."},
      {"it",
       "Il Ministero dei Porti pubblicherà la revisione delle tariffe entro il secondo semestre del 2014; la "
       "commissione, istituita con legge 3 agosto 1998, n. 269, si riunirà ogni anno."},
      {"de",
       "Das Hafenministerium wird die Überprüfung der Gebühren bis Ende 2014 veröffentlichen; die 1995 gegründete "
       "Kommission wird zweimal jährlich zusammentreten und bis zum 31. März 2015 berichten."},
      {"ru",
       "Министерство портов опубликует обзор портовых сборов до конца 2014 года, а комиссия, созданная в 1995 году "
       "в соответствии с Законом № 12, будет собираться два раза в год."},
      {"ar",
       "ستنشر وزارة الموانئ مراجعة رسوم الأرصفة بحلول نهاية عام ٢٠١٤، وستجتمع اللجنة التي أنشئت في عام 1995 مرتين في "
       "السنة وفقا للقانون رقم 12 لسنة 1991."},
      {"zh",
       "港口部将于2014年6月底前公布码头收费审查结果，1995年设立的引航委员会将每年召开两次会议，"
       "并按照《港口法》（2009年）在十八个月内提交报告。"}};
  std::vector<Record> records;
  for (const auto& [language, text] : texts)
    records.push_back({language, text, parse_day("2013-03-01")});
  return records;
}

std::vector<Record> samples() {
  const char* path = std::getenv("PLUMBLINE_TIMEFRAME_RECORDS");
  if (!path) return own_samples();
  std::vector<Record> records;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object() || !record.contains("text")) continue;
    const auto text_of = [&](const char* name) {
      return record.contains(name) && record[name].is_string() ? record[name].get<std::string>() : std::string();
    };
    records.push_back({text_of("lang"), text_of("text"), parse_day(text_of("report_date").substr(0, 10))});
  }
  return records;
}

void read_all(benchmark::State& state, const TimeframeReader& reader, const std::vector<Record>& records) {
  std::size_t bytes = 0;
  for (auto _ : state)
    for (const Record& record : records) {
      TimeframeReader::Context context;
      context.report_date = record.report_date;
      benchmark::DoNotOptimize(reader.read(record.text, record.language, context));
      bytes += record.text.size();
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void read_repeated(benchmark::State& state, const TimeframeReader& reader, const std::string& part,
                   const std::string& language) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0)))
    text += part;
  TimeframeReader::Context context;
  context.report_date = parse_day("2013-03-01");
  for (auto _ : state)
    benchmark::DoNotOptimize(reader.read(text, language, context));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void register_all(const TimeframeReader& reader, const std::map<std::string, std::vector<Record>>& by_language) {
  for (const auto& [name, records] : by_language)
    benchmark::RegisterBenchmark(("read/" + name).c_str(),
                                 [&](benchmark::State& state) { read_all(state, reader, records); });
  struct Family {
    const char *name, *language, *part;
  };
  static constexpr Family families[] = {
      {"dates", "en", "by 30 June 2014 "},
      {"digits", "en", "1234567890"},
      {"numbers", "en", "14 07 2011 "},
      {"cues", "en", "from from from "},
      {"ranges", "en", "2012-2013-"},
      {"words", "en", "one hundred and two thousand "},
      {"laws", "en", "Law on the Law on the "},
      {"quotes", "en", "\"a "},
      {"participles", "en", "created adopted "},
      {"glued", "en", "A/1(2/"},
      {"milestones", "fr", "avant le d'avant la "},
      {"letters", "de", "zweiundzwanzig"},
      {"proclitics", "ar", "وبالوبال"},
      {"han", "zh", "二〇一四年底前将于"},
      {"months", "ru", "к концу июня "},
      {"plans", "en", "Strategy 2014-2020 will in June 2013 "},
      {"targets", "en", "target of 2020 will by 2014 "},
      {"labels", "fr", "calendrier : 2013 (a), 2014 (b), "},
      {"conditions", "en", "once when the funds "},
      {"amounts", "en", "of 5 euros 5 euros per year "},
      {"marks", "en", "e\xcc\x81\xcc\x81"},
      {"states", "en", "remains annually will "},
      {"terms", "en", "from May 2014 must within five days "},
      {"streets", "en", "Road Harbour Street 2024 "},
      {"adjectives", "fr", "prêts à long terme permanent sera "},
  };
  for (const Family& family : families)
    benchmark::RegisterBenchmark(
        (std::string("growth/") + family.name).c_str(),
        [&reader, &family](benchmark::State& state) { read_repeated(state, reader, family.part, family.language); })
        ->Arg(16 << 10)
        ->Arg(256 << 10)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace plumbline

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const plumbline::TimeframeReader reader;
  reader.load_all();
  std::map<std::string, std::vector<plumbline::Record>> by_language;
  for (plumbline::Record& record : plumbline::samples()) {
    by_language[record.language].push_back(record);
    by_language["all"].push_back(std::move(record));
  }
  plumbline::register_all(reader, by_language);
  benchmark::RunSpecifiedBenchmarks();
}
