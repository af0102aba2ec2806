// Mai táng phí người có công. The amounts as data; change them in a new edition.
import java.time.LocalDate
import java.time.OffsetDateTime

// Decree 131/2021: as much as the funeral grant of compulsory social insurance, ten times the base salary (dong)
// of the month of death. Decree 24/2023, Decree 73/2024.
def baseSalaries = [
    [from: '2023-07-01', amount: 1800000],
    [from: '2024-07-01', amount: 2340000],
]
def times = 10

def died = OffsetDateTime.parse(dossier.deceased.diedAt).toLocalDate()
def known = baseSalaries.findAll { !died.isBefore(LocalDate.parse(it.from)) }
def salary = known.isEmpty() ? baseSalaries.first().amount : known.last().amount
return [allowance: [amount: times * salary, basis: "${times} × ${salary} đồng"]]
