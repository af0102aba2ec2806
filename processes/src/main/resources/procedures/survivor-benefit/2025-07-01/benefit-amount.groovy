// Trợ cấp mai táng của người tham gia bảo hiểm xã hội. The amounts as data; change them in a new edition.
import java.time.LocalDate
import java.time.OffsetDateTime

// Law 41/2024/QH15: ten times the reference level of the month of death (dong); the level equals the base salary
// as long as that exists. Decree 24/2023, Decree 73/2024.
def referenceLevels = [
    [from: '2023-07-01', amount: 1800000],
    [from: '2024-07-01', amount: 2340000],
]
def times = 10

// Only the funeral grant is a sum of its own; the survivor benefit depends on the insurance record.
if (dossier.package && !dossier.package.contains('FUNERAL')) {
    return [allowance: [amount: 0, basis: 'Không đề nghị trợ cấp mai táng']]
}
def died = OffsetDateTime.parse(dossier.deceased.diedAt).toLocalDate()
def known = referenceLevels.findAll { !died.isBefore(LocalDate.parse(it.from)) }
def level = known.isEmpty() ? referenceLevels.first().amount : known.last().amount
return [allowance: [amount: times * level, basis: "${times} × ${level} đồng"]]
