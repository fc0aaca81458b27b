#include "app/liquid/failure.h"

#include "app/liquid/parsed_template.h"

namespace postwright::liquid {
namespace {

constexpr std::string_view kPrefix = "liquid: ";

} // namespace

Failure::Failure(const Error& error)
    : m_message(error.detail),
      m_code(error.code),
      m_hasMeaning(true),
      m_hasPlace(true),
      m_lacksInclude(true),
      m_arguments(error.arguments),
      m_where(error.where),
      m_chain(error.chain),
      m_others(error.others) {
  if (m_message.starts_with(kPrefix)) m_message.erase(0, kPrefix.size());
  if (m_message.ends_with('\n')) m_message.pop_back();
}

Failure& Failure::context(std::string key, std::string value) {
  m_places.back().context.emplace_back(std::move(key), std::move(value));
  return *this;
}

Failure& Failure::trace(std::string place) {
  m_places.push_back({std::move(place), {}});
  return *this;
}

Failure& Failure::meaning(ErrorCode code, std::vector<std::string> arguments) {
  m_code = code;
  m_arguments = std::move(arguments);
  m_hasMeaning = true;
  return *this;
}

Failure& Failure::argument(std::string argument) {
  m_arguments.push_back(std::move(argument));
  return *this;
}

Failure& Failure::takeMeaning(const Failure& other) {
  m_code = other.m_code;
  m_hasMeaning = other.m_hasMeaning;
  m_arguments = other.m_arguments;
  m_hasPlace = other.m_hasPlace;
  m_where = other.m_where;
  return *this;
}

Failure& Failure::at(const Template& file, std::size_t offset) {
  if (std::exchange(m_lacksInclude, false)) return includedAt(file, offset);
  if (!m_hasPlace) m_where = file.positionAt(offset);
  m_hasPlace = true;
  return *this;
}

Failure& Failure::includedAt(const Template& file, std::size_t offset) {
  m_chain.push_back(file.positionAt(offset));
  return *this;
}

Failure& Failure::asConsequence() {
  m_isConsequence = true;
  return *this;
}

Failure& Failure::asFinal() {
  m_isFinal = true;
  return *this;
}

std::string Failure::text() const {
  std::string text;
  const auto addLine = [&text](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts)
      text += part;
    text += '\n';
  };
  addLine({kPrefix, m_message});
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    if (i > 0) addLine({"from: ", m_places[i].name});
    if (!m_places[i].context.empty()) addLine({"  with:"});
    for (const auto& [key, value] : m_places[i].context)
      addLine({"    ", key, "=", value});
  }
  return text;
}

Error Failure::toError(ErrorCode fallback) const {
  Error error;
  error.code = m_hasMeaning ? m_code : fallback;
  error.detail = text();
  error.where = m_where;
  error.arguments = m_hasMeaning ? m_arguments : std::vector{m_message.substr(0, m_message.find('\n'))};
  error.chain = m_chain;
  error.others = m_others;
  for (Error& other : error.others)
    other.chain = m_chain;
  return error;
}

} // namespace postwright::liquid
