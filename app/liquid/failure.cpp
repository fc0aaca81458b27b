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
      m_arguments(error.arguments),
      m_where(error.where),
      m_chain(error.chain) {
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
  if (!m_hasPlace) m_where = file.positionAt(offset);
  m_hasPlace = true;
  return *this;
}

Failure& Failure::includedAt(const Template& file, std::size_t offset) {
  m_chain.push_back(file.positionAt(offset));
  return *this;
}

std::string Failure::text() const {
  std::string text = std::string(kPrefix) + m_message + "\n";
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    if (i > 0) text += "from: " + m_places[i].name + "\n";
    if (!m_places[i].context.empty()) text += "  with:\n";
    for (const auto& [key, value] : m_places[i].context)
      text += "    " + key + "=" + value + "\n";
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
  return error;
}

} // namespace postwright::liquid
