// Acronyms, codes and brands that need no spelling out.
#include "rules/names/acronyms.h"

#include <unordered_set>

namespace plumbline {
namespace {

constexpr std::string_view common =
    // organisations and unions
    "UN UNO EU NATO OECD WHO IMF WTO ILO UNESCO UNICEF UNHCR UNDP UNEP UNODC UNFPA INTERPOL EUROPOL EUROJUST FBI CIA "
    "NASA "
    "OSCE ASEAN OPEC FAO IAEA ITU ICC ICRC G7 G8 G20 AU OAS CIS BBC CNN IBM HP SAP NGO NGOS ISO IEC IEEE IETF W3C "
    "ICANN "
    "ONU UE OTAN OMS OIT OEA OCDE FMI BM ONG ONGS UA OSC OUA CE PNUD ONUDC BID OIM "
    "EG UNO OECD "
    // countries
    "US USA UK UAE USSR GB DE FR ES IT PT RU CN BR JP EEUU EUA RU RFA RDC DRC RPC BRD DDR ROK DPRK PRC "
    // things
    "URL URLS PDF HTML HTTP HTTPS WWW XML CSV SQL USB CD DVD TV PC IT ICT IP SIM SMS MMS GPS GSM VOIP VPN LAN WIFI ID "
    "IDS PIN "
    "DNA RNA HIV AIDS TB BC AD CEO CFO CIO GDP GNP VAT FAQ HR PR QA IQ AI API APP OK AM PM VIP SOS MD SHA RSA AES "
    "P2P B2B PHD MA BA MBA LLM JD ADN VIH SIDA PIB TIC TICS IVA DNI RH CV PME NTIC TI IA DVDS CDS PCS "
    "LED AC DC UV FM ATM CCTV RFID QR OCR DNS TCP UDP SSL TLS FTP P2P JPEG JPG GIF PNG MPEG MP4 ZIP "
    "CO2 CO CH4 N2O GHG CFC HFC HFCS PFC PFCS SF6 NOX LULUCF AFOLU INDC INDCS NDC NDCS UNFCCC IPCC COP GES GEI CCNUCC "
    "CMNUCC "
    "CPDN CPND GIEC LPG LNG MRV REDD CDM GWP BAU "
    // Cyrillic
    "ООН ЕС США СССР РФ СНГ НАТО ВОЗ МВФ ВТО ЮНЕСКО ЮНИСЕФ ОБСЕ МВД ФСБ ВИЧ СПИД ДНК ВВП НДС СМИ НПО ИТ ИКТ ПК ТВ "
    "ИНТЕРПОЛ "
    "ЕВРОПОЛ АО ООО ОАО ЗАО ВУЗ ФБР ЦРУ ПО ИП СМС МККК МОТ ПРООН ИНН КНР ФРГ ОАЭ ПГ РКИК МГЭИК "
    // German and Portuguese, Italian
    "GMBH AG BKA LKA USW EDV MWST UNO BRD BIP EDV KI CPF CNPJ SUS TIC PIB RG ASL TIC PMI SPA SRL "
    // currencies
    "USD EUR GBP JPY CHF CNY RUB BRL MXN CAD AUD NZD INR ZAR FCFA XAF XOF "
    // units
    "KM KG MW GW KW GWH MWH KWH TWH MB GB TB KB HZ KHZ MHZ GHZ DPI MBPS GBPS HA MT KT GG TJ PJ ";

}  // namespace

bool is_common_acronym(std::string_view letters) {
  static const auto known = [] {
    std::unordered_set<std::string_view> words;
    std::string_view rest = common;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (end > 0) words.insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
  }();
  return known.contains(letters);
}

}  // namespace plumbline
