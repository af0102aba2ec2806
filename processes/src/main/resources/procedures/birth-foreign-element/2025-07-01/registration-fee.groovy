// Lệ phí đăng ký khai sinh có yếu tố nước ngoài. The rule as data; change it in a new edition.
import java.time.OffsetDateTime
import java.time.temporal.ChronoUnit

// Set by the province's People's Council (dong).
def fee = 60000
// Law 60/2014/QH13: who pays nothing.
def exemptions = ['MERIT_FAMILY', 'POOR_HOUSEHOLD', 'DISABLED']

def born = OffsetDateTime.parse(dossier.child.bornAt).toLocalDate()
def daysSince = ChronoUnit.DAYS.between(born, on)
def exempt = dossier.fee?.exemption in exemptions

return [fee: (dossier.fee ?: [:]) + [daysSince: daysSince, amount: exempt ? 0 : fee]]
