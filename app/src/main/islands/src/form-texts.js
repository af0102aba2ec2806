// form-js 2.0 asks for these sentences (everything it passes to translate). English is its own.
export const vi = {
  'Date and time must both be entered.': 'Nhập đủ cả ngày và giờ.',
  'No content to show.': 'Không có nội dung.',
  "External content couldn't be loaded.": 'Không tải được nội dung bên ngoài.',
  Increment: 'Tăng',
  Decrement: 'Giảm',
  'Skip to search': 'Đến ô tìm kiếm',
  'Remove tag': 'Bỏ mục này',
  Search: 'Tìm',
  'No results': 'Không có kết quả',
  'All values selected': 'Đã chọn hết',
  'Nothing to show.': 'Không có dữ liệu.',
  '{page} of {total}': '{page} trên {total}',
  'Previous page': 'Trang trước',
  'Next page': 'Trang sau',
  'Click to sort by {value} descending': 'Sắp xếp giảm dần theo {value}',
  'Click to remove sorting': 'Bỏ sắp xếp',
  'Click to sort by {value} ascending': 'Sắp xếp tăng dần theo {value}',
  'No files selected': 'Chưa chọn tệp',
  '{value} files selected': 'Đã chọn {value} tệp',
  'Document reference is not defined.': 'Chưa khai báo tài liệu.',
  'Unable to download document': 'Không tải được tài liệu',
  'Download {fileName}': 'Tải xuống {fileName}',
  'Add new': 'Thêm',
  'Expand all ({value})': 'Mở tất cả ({value})',
  Collapse: 'Thu gọn',
  'Value is not a number.': 'Giá trị phải là số.',
  'Value is expected to be an integer.': 'Giá trị phải là số nguyên.',
  'Value is expected to have at most 1 decimal digit.': 'Giá trị có nhiều nhất 1 chữ số thập phân.',
  'Value is expected to have at most {value} decimal digits.': 'Giá trị có nhiều nhất {value} chữ số thập phân.',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    'Chọn giá trị hợp lệ; hai giá trị hợp lệ gần nhất là {previousValue} và {nextValue}.',
  'Field must match pattern {value}.': 'Giá trị không đúng định dạng yêu cầu.',
  'Field is required.': 'Chưa nhập thông tin này.',
  'Field must have minimum value of {value}.': 'Giá trị nhỏ nhất là {value}.',
  'Min validation value is not a valid number.': 'Giới hạn nhỏ nhất không phải là số.',
  'Field must have maximum value of {value}.': 'Giá trị lớn nhất là {value}.',
  'Max validation value is not a valid number.': 'Giới hạn lớn nhất không phải là số.',
  'Field must have minimum length of {value}.': 'Nhập ít nhất {value} ký tự.',
  'Field must have maximum length of {value}.': 'Nhập nhiều nhất {value} ký tự.',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    'Nhập số điện thoại theo dạng quốc tế, ví dụ +84912000123.',
  'Field must be a valid email.': 'Nhập địa chỉ thư điện tử hợp lệ, ví dụ ten@vidu.vn.',
  "binding path '{value}' is already claimed": "đường dẫn '{value}' đã được dùng",
};

export const en = {
  'Field is required.': 'Fill this in.',
  'Field must match pattern {value}.': 'This is not in the expected format.',
};

export function translator(language) {
  const texts = language === 'en' ? en : vi;
  return (template, replacements = {}) =>
    (texts[template] ?? template).replace(/{([^}]+)}/g, (whole, key) => replacements[key] ?? whole);
}
