// Phí cấp bản sao trích lục hộ tịch. The amount as data; change it in a new edition.

// Circular 281/2016/TT-BTC, dong a copy; to be checked against the circular in force.
def perCopy = 8000

def copies = dossier.entry?.copies ?: 1
return [fee: (dossier.fee ?: [:]) + [amount: copies * perCopy]]
