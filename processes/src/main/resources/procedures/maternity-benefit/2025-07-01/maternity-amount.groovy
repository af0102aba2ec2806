// Mức hưởng chế độ thai sản và hạn nộp hồ sơ. The amounts and limits as data; change them in a new edition.
import java.time.LocalDate
import java.time.temporal.ChronoUnit

// Law 41/2024/QH15; parameters, to be confirmed with their articles: six months of the average wage for a birth, one month more
// for each further child, and a grant of twice the reference level for each child.
def months = 6
def grantTimes = 2
// Days of leave in the other cases are paid with a 24th of the average wage.
def daysOfMonth = 24
// Contributions that a birth presupposes, within the twelve months before it.
def monthsNeeded = 6
// The reference level equals the base salary as long as that exists (dong). Decree 24/2023, Decree 73/2024.
def referenceLevels = [
    [from: '2023-07-01', amount: 1800000],
    [from: '2024-07-01', amount: 2340000],
]
// Who files alone has 45 days from the end of the leave; an employer passes the papers on within 7 working days.
def daysAlone = 45
def daysEmployer = 7

def claim = dossier.claim
def event = LocalDate.parse(claim.eventOn)
def wage = claim.averageWage
def birth = claim.kind == 'BIRTH'

def amount = 0
def basis = ''
if (birth) {
    def children = claim.children ?: 1
    def paid = months + children - 1
    def known = referenceLevels.findAll { !event.isBefore(LocalDate.parse(it.from)) }
    def level = known.isEmpty() ? referenceLevels.first().amount : known.last().amount
    amount = paid * wage + grantTimes * level * children
    basis = "${paid} tháng × ${wage} đồng + ${grantTimes} × ${level} đồng × ${children} con"
} else {
    amount = (claim.days * wage).intdiv(daysOfMonth)
    basis = "${claim.days} ngày × ${wage} đồng / ${daysOfMonth}"
}

def daysLate = 0
def daysAtEmployer = 0
if (dossier.applicant.role == 'WORKER') {
    daysLate = ChronoUnit.DAYS.between(LocalDate.parse(claim.leaveTo).plusDays(daysAlone), on)
} else if (dossier.employer?.receivedOn) {
    def day = LocalDate.parse(dossier.employer.receivedOn)
    // Saturdays and Sundays only: holidays are left to the officer who judges the delay.
    for (i in 1..60) {
        day = day.plusDays(1)
        if (!day.isAfter(on) && day.getDayOfWeek().getValue() < 6) {
            daysAtEmployer = daysAtEmployer + 1
        }
    }
    daysLate = daysAtEmployer - daysEmployer
}

return [benefit: (dossier.benefit ?: [:]) + [
        amount: amount,
        basis: basis,
        enoughMonths: !birth || claim.contributedMonths >= monthsNeeded,
        filedLate: daysLate > 0,
        daysLate: daysLate > 0 ? daysLate : 0,
        daysAtEmployer: daysAtEmployer]]
