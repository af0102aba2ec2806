// Lệ phí đăng ký khai tử quá hạn. The rule as data; change it in a new edition.
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit

// Law 60/2014/QH13, art. 33: a death is to be registered within 15 days.
def daysAllowed = 15
// Set by the province's People's Council (dong).
def lateFee = 8000
// Law 60/2014/QH13, art. 11(1)(a).
def exemptions = ['MERIT_FAMILY', 'POOR_HOUSEHOLD', 'DISABLED']

def died = OffsetDateTime.parse(dossier.deceased.diedAt).toLocalDate()
def daysSince = ChronoUnit.DAYS.between(died, on)
def late = daysSince > daysAllowed
def exempt = dossier.fee?.exemption in exemptions || dossier.beneficiary?.class == 'MERIT'

return [fee: (dossier.fee ?: [:]) + [late: late, daysSince: daysSince, amount: late && !exempt ? lateFee : 0]]
