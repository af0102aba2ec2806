// Lệ phí đăng ký hộ kinh doanh. The rule as data; change it in a new edition.

// Set by the province's People's Council, at most 150 000 dong.
def fee = 100000
// Part of it for applications filed online; set by the same resolution.
def online = 50000

def filedOnline = dossier.channel == 'ONLINE'
return [fee: (dossier.fee ?: [:]) + [
        amount: filedOnline ? online : fee,
        basis: filedOnline ? 'Nộp hồ sơ trực tuyến' : 'Nộp hồ sơ trực tiếp hoặc qua bưu chính']]
