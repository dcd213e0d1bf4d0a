const L = (zh, en) => ({ zh, en });
const F = (name, type, zh, en, more = {}) => ({
  name,
  type,
  label: L(zh, en),
  help: null,
  unit: null,
  required: false,
  readonly: false,
  secret: false,
  list: true,
  filter: false,
  form: true,
  section: null,
  max_length: null,
  min: null,
  max: null,
  pattern: null,
  ref: null,
  options: [],
  when: null,
  ...more,
});
const O = (value, zh, en, tone = 'plain') => ({ value, label: L(zh, en), tone });
const may = { read: true, create: true, update: true, retire: true, import: true, export: true };
const R = (name, group, zh, en, fields, more = {}) => ({
  name,
  group,
  label: L(zh, en),
  title: 'name',
  process: null,
  may,
  sorts: ['number', 'name', 'created_ms'],
  default_sort: 'number',
  search: true,
  labels: false,
  fields,
  ...more,
});

export const META = {
  groups: [
    { name: 'customers', label: L('客户', 'Customers') },
    { name: 'estate', label: L('场所与设备', 'Estate') },
    { name: 'people', label: L('人员', 'People') },
    { name: 'upkeep', label: L('维修', 'Repair') },
  ],
  registers: [
    R(
      'customer',
      'customers',
      '用户单位',
      'Customer',
      [
        F('number', 'text', '编号', 'Number', {
          required: true,
          section: L('基本信息', 'Basics'),
          max_length: 32,
        }),
        F('name', 'text', '名称', 'Name', {
          required: true,
          max_length: 120,
          help: L('营业执照上的全称', 'Full name as registered'),
        }),
        F('category', 'enum', '类别', 'Category', {
          required: true,
          filter: true,
          options: [
            O('bank', '银行', 'Bank', 'info'),
            O('school', '学校', 'School'),
            O('park', '园区', 'Park'),
            O('building', '楼宇', 'Building'),
          ],
        }),
        F('key_unit', 'bool', '重点单位', 'Key unit', { filter: true }),
        F('level_share', 'tenths', '完好率', 'Working share', { unit: '%', list: true, min: 0, max: 1000 }),
        F('fee_fen', 'money', '年服务费', 'Yearly fee', { min: 0, section: L('服务', 'Service') }),
        F('tags', 'set', '系统种类', 'Systems', {
          options: [O('fire', '消防', 'Fire'), O('video', '视频', 'Video'), O('access', '出入口', 'Access')],
          list: false,
        }),
        F('since', 'date', '服务开始', 'Served since', { filter: true }),
        F('phone', 'phone', '电话', 'Phone', { section: L('联系', 'Contact'), list: true }),
        F('email', 'email', '邮箱', 'E-mail', { list: false }),
        F('duress', 'secret', '胁迫暗语', 'Duress word', {
          list: false,
          help: L('加密保存，不再显示', 'Stored hashed, never shown'),
        }),
        F('note', 'lines', '备注', 'Note', { list: false, max_length: 500 }),
        F('licence', 'file', '营业执照', 'Licence', { list: false }),
      ],
      { sorts: ['number', 'name', 'since', 'created_ms'] },
    ),
    R('site', 'estate', '服务场所', 'Site', [
      F('number', 'text', '编号', 'Number', { required: true }),
      F('name', 'text', '名称', 'Name', { required: true }),
      F('customer', 'ref', '用户单位', 'Customer', { required: true, ref: 'customer', filter: true }),
      F('address', 'text', '地址', 'Address'),
      F('opened', 'date', '启用日期', 'Opened on'),
    ]),
    R(
      'device',
      'estate',
      '设备',
      'Device',
      [
        F('number', 'text', '编号', 'Number', { required: true }),
        F('name', 'text', '名称', 'Name', { required: true }),
        F('site', 'ref', '服务场所', 'Site', { required: true, ref: 'site', filter: true }),
        F('parent', 'ref', '上级设备', 'Parent', { ref: 'device', filter: true }),
        F('protocol', 'enum', '协议', 'Protocol', {
          required: true,
          filter: true,
          options: [O('dc09', 'DC-09', 'DC-09'), O('onvif', 'ONVIF', 'ONVIF')],
        }),
        F('account', 'text', '账号', 'Account', {
          required: true,
          when: { field: 'protocol', in: ['dc09'] },
        }),
        F('warranty', 'date', '保修至', 'Warranty until'),
      ],
      { labels: true, tree: true },
    ),
    R('staff', 'people', '员工', 'Staff', [
      F('number', 'text', '工号', 'Number', { required: true }),
      F('name', 'text', '姓名', 'Name', { required: true }),
      F('post', 'enum', '岗位', 'Post', {
        filter: true,
        options: [O('tech', '维修员', 'Technician'), O('desk', '受理员', 'Service desk')],
      }),
      F('phone', 'phone', '电话', 'Phone'),
    ]),
    R(
      'workorder',
      'upkeep',
      '维修工单',
      'Repair order',
      [
        F('number', 'text', '编号', 'Number', { readonly: true, form: false }),
        F('state', 'enum', '状态', 'State', { readonly: true, filter: true, form: false }),
        F('symptom', 'text', '故障现象', 'Symptom', { required: true }),
        F('site', 'ref', '服务场所', 'Site', { required: true, ref: 'site', filter: true }),
        F('grade', 'enum', '故障等级', 'Grade', {
          form: false,
          filter: true,
          options: [
            O('normal', '一般', 'Normal'),
            O('urgent', '紧急', 'Urgent', 'warn'),
            O('major', '重大', 'Major', 'bad'),
          ],
        }),
        F('technician', 'ref', '维修员', 'Technician', { form: false, ref: 'staff', filter: true }),
        F('reported_ms', 'time', '报修时间', 'Reported', { readonly: true, form: false }),
        F('note', 'lines', '说明', 'Note', { list: false }),
      ],
      { process: 'workorder', title: 'number', default_sort: '-created_ms' },
    ),
  ],
  processes: [
    {
      name: 'workorder',
      label: L('维修工单', 'Repair order'),
      states: [
        { name: 'reported', label: L('已报修', 'Reported'), tone: 'warn', final: false },
        { name: 'graded', label: L('已定级', 'Graded'), tone: 'info', final: false },
        { name: 'assigned', label: L('已派工', 'Assigned'), tone: 'info', final: false },
        { name: 'closed', label: L('已撤销', 'Cancelled'), tone: 'plain', final: true },
      ],
      events: [
        { name: 'report', label: L('报修', 'Report'), fields: ['symptom', 'site', 'note'] },
        { name: 'grade', label: L('定级', 'Grade'), fields: ['grade', 'note'] },
        { name: 'assign', label: L('派工', 'Assign'), fields: ['technician', 'note'] },
        { name: 'cancel', label: L('撤销', 'Cancel'), fields: ['note'] },
      ],
      clocks: [
        { name: 'response', label: L('响应', 'Response') },
        { name: 'repair', label: L('修复', 'Repair') },
      ],
    },
  ],
};
