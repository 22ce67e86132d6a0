#!/usr/bin/env python3
"""Measures plain promises made of every word of the tables: each cue before a date, each noun beside one, each noun with a year.

usage: combinations.py [--program P] [--details]

A cue of kind in, by, before, until, from leads to a year and to a month, at the sentence's beginning and end. A noun that dates
may belong to (money, statistics, documents, agendas …) stands behind a year, before a deadline, and in a phrase of its own. All
of these say when, so each should be "dated". With a year of its own that is over ("the 2010 {noun}") it says nothing, so each should
be "none". Some of the combinations are no language that anybody writes ("pt: a 2014").
"""
import argparse
import glob
import itertools
import json
import os
import re
import subprocess
import tomllib

CUES = ("in", "by", "before", "until", "from")
NOUNS = ("money_noun", "statistic", "document", "event", "milestone", "instrument", "agenda", "numbered", "phone", "money")

# A year, a month; a cue's date before a promise, behind one; a noun as subject behind a year, before a deadline, in another phrase.
SENTENCES = {
    "en": ("2014", "June 2014", "{} the harbours will be rebuilt.", "The harbours will be rebuilt {}.",
           ("In 2014 the {} will be changed.", "The {} will be changed by June 2014.",
            "The harbours will be rebuilt in 2014 with a {}.")),
    "fr": ("2014", "juin 2014", "{} les ports seront rénovés.", "Les ports seront rénovés {}.",
           ("En 2014 le {} sera changé.", "Le {} sera changé d'ici juin 2014.", "Les ports seront rénovés en 2014 avec un {}.")),
    "es": ("2014", "junio de 2014", "{} los puertos serán renovados.", "Los puertos serán renovados {}.",
           ("En 2014 el {} será cambiado.", "El {} será cambiado antes de junio de 2014.",
            "Los puertos serán renovados en 2014 con un {}.")),
    "pt": ("2014", "junho de 2014", "{} os portos serão renovados.", "Os portos serão renovados {}.",
           ("Em 2014 o {} será alterado.", "O {} será alterado até junho de 2014.", "Os portos serão renovados em 2014 com um {}.")),
    "it": ("2014", "giugno 2014", "{} i porti saranno rinnovati.", "I porti saranno rinnovati {}.",
           ("Nel 2014 la {} sarà cambiata.", "La {} sarà cambiata entro giugno 2014.", "I porti saranno rinnovati nel 2014 con una {}.")),
    "de": ("2014", "Juni 2014", "{} werden die Häfen saniert.", "Die Häfen werden {} saniert.",
           ("Im Jahr 2014 wird die {} geändert.", "Die {} wird bis Juni 2014 geändert.", "Die Häfen werden 2014 mit einer {} saniert.")),
    "ru": ("2014 года", "июня 2014 года", "{} порты будут обновлены.", "Порты будут обновлены {}.",
           ("В 2014 году {} будет изменено.", "{} будет изменено до июня 2014 года.", "Порты будут обновлены в 2014 году вместе с {}.")),
    "ar": ("2014", "يونيو 2014", "{} ستجدد الموانئ.", "ستجدد الموانئ {}.",
           ("في عام 2014 ستعدل {} الموانئ.", "ستعدل {} بحلول يونيو 2014.", "ستجدد الموانئ في عام 2014 مع {}.")),
    "zh": ("2014年", "2014年6月", "{}将翻修港口。", "港口{}将翻修。",
           ("到2014年底前，将修改{}。", "{}将于2014年6月修改。", "将于2014年修改港口和{}。")),
}

# A noun with a year of its own.
BEARERS = {
    "en": ("The 2010 {} will be changed.", "The {} of 2010 will be changed.", "The {}, adopted in 2010, will be changed."),
    "fr": ("Le {} de 2010 sera changé.", "Le {} 2010 sera changé.", "Le {}, adopté en 2010, sera changé."),
    "es": ("El {} de 2010 será cambiado.", "El {}, aprobado en 2010, será cambiado."),
    "pt": ("O {} de 2010 será alterado.", "O {}, aprovado em 2010, será alterado."),
    "it": ("La {} del 2010 sarà cambiata.", "La {}, approvata nel 2010, sarà cambiata."),
    "de": ("Die {} von 2010 wird geändert.", "Die {} 2010 wird geändert.", "Die 2010 beschlossene {} wird geändert."),
    "ru": ("{} 2010 года будет изменено.", "{}, принятое в 2010 году, будет изменено."),
    "ar": ("ستعدل {} لعام 2010.", "ستعدل {} التي اعتمدت في عام 2010."),
    "zh": ("将修改2010年{}。", "将修改2010年通过的{}。"),
}


def spelled_out(word):
    """quarter{,s} stands for both."""
    parts = re.split(r"\{([^}]*)\}", word.lstrip("^"))
    choices = [part.split(",") if i % 2 else [part] for i, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def words_in_front(table):
    """The words of each kind, with cues that may stand on either side."""
    either = {kind: values["either"] for kind, values in table["values"].items() if "either" in values}
    return table["words"] | {kind: table["words"].get(kind, []) + cues for kind, cues in either.items()}


def sentences_of(language, words):
    """(kind, word, status that is expected, sentence)"""
    year, month, before, behind, of_nouns = SENTENCES[language]
    for kind in CUES:
        for cue in itertools.chain.from_iterable(map(spelled_out, words.get(kind, []))):
            blank = "" if language == "zh" or cue.endswith("'") else " "
            for date, form in itertools.product((year, month), (before, behind)):
                text = form.format(cue + blank + date)
                yield kind, cue, "dated", text[0].upper() + text[1:]
    for kind in NOUNS:
        for noun in (spelled_out(word)[0] for word in words.get(kind, []) if "*" not in word):
            noun = noun[0].upper() + noun[1:] if language == "de" else noun
            asked = [("dated", form) for form in of_nouns]
            if kind not in ("numbered", "phone", "money"):
                asked += [("none", form) for form in BEARERS[language]]
            for status, form in asked:
                text = form.format(noun)
                yield kind, noun, status, text[0].upper() + text[1:]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", default="build/dev/app/plumbline")
    arguments.add_argument("--details", action="store_true")
    options = arguments.parse_args()
    tables = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../rules/timeframe/languages/*.toml")
    records, expected = [], []
    for path in sorted(glob.glob(tables)):
        table = tomllib.load(open(path, "rb"))
        for kind, word, status, text in sentences_of(table["language"], words_in_front(table)):
            expected.append(status)
            records.append({"id": f"{kind} {word}", "lang": table["language"], "report_date": "2013-03-01", "text": text})
    asked = "".join(json.dumps(record) + "\n" for record in records)
    output = subprocess.run([options.program, "timeframes", "--jsonl"], input=asked, capture_output=True, text=True, check=True)
    wrong, total = {"dated": {}, "none": {}}, {"dated": {}, "none": {}}
    for record, status, answer in zip(records, expected, map(json.loads, output.stdout.splitlines())):
        language = record["lang"]
        total[status][language] = total[status].get(language, 0) + 1
        if answer["status"] == status:
            continue
        wrong[status][language] = wrong[status].get(language, 0) + 1
        if options.details:
            print(f"{language} {record['id']}: {record['text']} {answer['status']} "
                  f"{[(e['text'], e['reason']) for e in answer['expressions']]}")
    for status in total:
        print(f"{sum(wrong[status].values())} of {sum(total[status].values())} not {status}; by language: "
              + ", ".join(f"{language} {wrong[status].get(language, 0)}/{n}" for language, n in total[status].items()))


if __name__ == "__main__":
    main()
