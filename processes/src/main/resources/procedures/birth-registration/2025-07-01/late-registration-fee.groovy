// Lệ phí đăng ký khai sinh quá hạn. The rule as data; change it in a new edition.
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit

// Law 60/2014/QH13: a birth is to be registered within 60 days. Parameter, to be confirmed with its article.
def daysAllowed = 60
// Set by the province's People's Council (dong).
def lateFee = 8000
// Law 60/2014/QH13: who pays nothing.
def exemptions = ['MERIT_FAMILY', 'POOR_HOUSEHOLD', 'DISABLED']

def born = OffsetDateTime.parse(dossier.child.bornAt).toLocalDate()
def daysSince = ChronoUnit.DAYS.between(born, on)
def late = daysSince > daysAllowed
def exempt = dossier.fee?.exemption in exemptions || dossier.child?.kind == 'FOUNDLING'

return [fee: (dossier.fee ?: [:]) + [late: late, daysSince: daysSince, amount: late && !exempt ? lateFee : 0]]
