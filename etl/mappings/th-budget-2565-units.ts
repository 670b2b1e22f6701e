import type { UnitDeclaration } from './mapping.ts';

/** Ministries and units of budget documents 1, 2, 9 and 11: code | parent | Thai | English | misreadings that stand in the files. */
const ROWS = `
X65-00000 |  | งบกลาง | Central fund
X65-01000 |  | สำนักนายกรัฐมนตรี | Office of the Prime Minister
X65-01002 | X65-01000 | กรมประชาสัมพันธ์ | Government Public Relations Department
X65-01019 | X65-01000 | กองอำนวยการรักษาความมั่นคงภายในราชอาณาจักร | Internal Security Operations Command
X65-01034 | X65-01000 | ราชวิทยาลัยจุฬาภรณ์ | Chulabhorn Royal Academy
X65-01038 | X65-01000 | ศูนย์อำนวยการรักษาผลประโยชน์ของชาติทางทะเล | Thai Maritime Enforcement Command Center | ศูนย์อำนวยการรักษาผลประโยชน์ของชาติทางทะล
X65-01029 | X65-01000 | สถาบันคุณวุฒิวิชาชีพ (องค์การมหาชน) | Thailand Professional Qualification Institute (Public Organization)
X65-01028 | X65-01000 | สถาบันบริหารจัดการธนาคารที่ดิน (องค์การมหาชน) | Land Bank Administration Institute (Public Organization) | สถาบันบริการจัดการธนาคารที่ดิน (องค์การมหาชน)
X65-01006 | X65-01000 | สำนักข่าวกรองแห่งชาติ | National Intelligence Agency
X65-01007 | X65-01000 | สำนักงบประมาณ | Budget Bureau
X65-01041 | X65-01000 | สำนักงานขับเคลื่อนการปฏิรูปประเทศ ยุทธศาสตร์ชาติ และการสร้างความสามัคคีปรองดอง | Office of National Reform, National Strategy and Reconciliation
X65-01009 | X65-01000 | สำนักงานคณะกรรมการกฤษฎีกา | Office of the Council of State
X65-01039 | X65-01000 | สำนักงานคณะกรรมการการรักษาความมั่นคงปลอดภัยไซเบอร์แห่งชาติ | National Cyber Security Agency
X65-01011 | X65-01000 | สำนักงานคณะกรรมการข้าราชการพลเรือน | Office of the Civil Service Commission
X65-01003 | X65-01000 | สำนักงานคณะกรรมการคุ้มครองผู้บริโภค | Office of the Consumer Protection Board
X65-01021 | X65-01000 | สำนักงานคณะกรรมการพัฒนาระบบราชการ | Office of the Public Sector Development Commission
X65-01027 | X65-01000 | สำนักงานคณะกรรมการสุขภาพแห่งชาติ | National Health Commission Office
X65-01032 | X65-01000 | สำนักงานคณะกรรมการส่งเสริมการลงทุน | Office of the Board of Investment
X65-01035 | X65-01000 | สำนักงานทรัพยากรน้ำแห่งชาติ | Office of the National Water Resources | สำนักงานทรัพยากรนำแห่งชาติ
X65-01025 | X65-01000 | สำนักงานบริหารและพัฒนาองค์ความรู้ (องค์การมหาชน) | Office of Knowledge Management and Development (Public Organization)
X65-01001 | X65-01000 | สำนักงานปลัดสำนักนายกรัฐมนตรี | Office of the Permanent Secretary, Prime Minister's Office
X65-01901 | X65-01000 | สำนักงานพัฒนาพิงคนคร (องค์การมหาชน) | Pinkanakorn Development Agency (Public Organization)
X65-01036 | X65-01000 | สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน) | Digital Government Development Agency (Public Organization)
X65-01008 | X65-01000 | สำนักงานสภาความมั่นคงแห่งชาติ | Office of the National Security Council
X65-01012 | X65-01000 | สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ | Office of the National Economic and Social Development Council
X65-01024 | X65-01000 | สำนักงานส่งเสริมการจัดประชุมและนิทรรศการ (องค์การมหาชน) | Thailand Convention and Exhibition Bureau (Public Organization)
X65-01037 | X65-01000 | สำนักงานส่งเสริมเศรษฐกิจสร้างสรรค์ (องค์การมหาชน) | Creative Economy Agency (Public Organization)
X65-01005 | X65-01000 | สำนักเลขาธิการคณะรัฐมนตรี | Secretariat of the Cabinet
X65-01004 | X65-01000 | สำนักเลขาธิการนายกรัฐมนตรี | Secretariat of the Prime Minister
X65-02000 |  | กระทรวงกลาโหม | Ministry of Defence
X65-02004 | X65-02000 | กองทัพบก | Royal Thai Army
X65-02006 | X65-02000 | กองทัพอากาศ | Royal Thai Air Force
X65-02005 | X65-02000 | กองทัพเรือ | Royal Thai Navy
X65-02008 | X65-02000 | กองบัญชาการกองทัพไทย | Royal Thai Armed Forces Headquarters
X65-02009 | X65-02000 | สถาบันเทคโนโลยีป้องกันประเทศ | Defence Technology Institute
X65-02001 | X65-02000 | สำนักงานปลัดกระทรวงกลาโหม | Office of the Permanent Secretary for Defence
X65-03000 |  | กระทรวงการคลัง | Ministry of Finance
X65-03003 | X65-03000 | กรมธนารักษ์ | Treasury Department
X65-03004 | X65-03000 | กรมบัญชีกลาง | Comptroller General's Department
X65-03005 | X65-03000 | กรมศุลกากร | Customs Department
X65-03007 | X65-03000 | กรมสรรพากร | Revenue Department | กรมสรรพกร
X65-03006 | X65-03000 | กรมสรรพสามิต | Excise Department
X65-03008 | X65-03000 | สำนักงานคณะกรรมการนโยบายรัฐวิสาหกิจ | State Enterprise Policy Office
X65-03012 | X65-03000 | สำนักงานความร่วมมือพัฒนาเศรษฐกิจกับประเทศเพื่อนบ้าน (องค์การมหาชน) | Neighbouring Countries Economic Development Cooperation Agency (Public Organization)
X65-03009 | X65-03000 | สำนักงานบริหารหนี้สาธารณะ | Public Debt Management Office
X65-03002 | X65-03000 | สำนักงานปลัดกระทรวงการคลัง | Office of the Permanent Secretary, Ministry of Finance
X65-03011 | X65-03000 | สำนักงานเศรษฐกิจการคลัง | Fiscal Policy Office
X65-04000 |  | กระทรวงการต่างประเทศ | Ministry of Foreign Affairs
X65-04002 | X65-04000 | สำนักงานปลัดกระทรวงการต่างประเทศ | Office of the Permanent Secretary, Ministry of Foreign Affairs
X65-05000 |  | กระทรวงการท่องเที่ยวและกีฬา | Ministry of Tourism and Sports
X65-05004 | X65-05000 | กรมการท่องเที่ยว | Department of Tourism
X65-05003 | X65-05000 | กรมพลศึกษา | Department of Physical Education
X65-05006 | X65-05000 | มหาวิทยาลัยการกีฬาแห่งชาติ | Thailand National Sports University
X65-05002 | X65-05000 | สำนักงานปลัดกระทรวงการท่องเที่ยวและกีฬา | Office of the Permanent Secretary, Ministry of Tourism and Sports
X65-05007 | X65-05000 | องค์การบริหารการพัฒนาพื้นที่พิเศษเพื่อการท่องเที่ยวอย่างยั่งยืน (องค์การมหาชน) | Designated Areas for Sustainable Tourism Administration (Public Organization) | องค์การบริหารการพัฒนาพื้นที่พิเศษเพื่อการท่องเที่ยวอย่างยัง่งยืน (องค์การมหาชน)
X65-06000 |  | กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ | Ministry of Social Development and Human Security
X65-06008 | X65-06000 | กรมกิจการผู้สูงอายุ | Department of Older Persons
X65-06004 | X65-06000 | กรมกิจการสตรีและสถาบันครอบครัว | Department of Women's Affairs and Family Development
X65-06005 | X65-06000 | กรมกิจการเด็กและเยาวชน | Department of Children and Youth
X65-06003 | X65-06000 | กรมพัฒนาสังคมและสวัสดิการ | Department of Social Development and Welfare
X65-06007 | X65-06000 | กรมส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ | Department of Empowerment of Persons with Disabilities
X65-06006 | X65-06000 | สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน) | Community Organizations Development Institute (Public Organization) | สถาบันพัฒนาองค์กรชุมชน
X65-06002 | X65-06000 | สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์ | Office of the Permanent Secretary, Ministry of Social Development and Human Security | สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมันคงของมนุษย์
X65-16000 |  | กระทรวงยุติธรรม | Ministry of Justice
X65-16003 | X65-16000 | กรมคุมประพฤติ | Department of Probation
X65-16004 | X65-16000 | กรมคุ้มครองสิทธิและเสรีภาพ | Rights and Liberties Protection Department
X65-16005 | X65-16000 | กรมบังคับคดี | Legal Execution Department
X65-16006 | X65-16000 | กรมพินิจและคุ้มครองเด็กและเยาวชน | Department of Juvenile Observation and Protection
X65-16007 | X65-16000 | กรมราชทัณฑ์ | Department of Corrections
X65-16008 | X65-16000 | กรมสอบสวนคดีพิเศษ | Department of Special Investigation
X65-16010 | X65-16000 | สถาบันนิติวิทยาศาสตร์ | Central Institute of Forensic Science
X65-16014 | X65-16000 | สถาบันอนุญาโตตุลาการ | Thailand Arbitration Center
X65-16013 | X65-16000 | สถาบันเพื่อการยุติธรรมแห่งประเทศไทย (องค์การมหาชน) | Thailand Institute of Justice (Public Organization)
X65-16009 | X65-16000 | สำนักงานกิจการยุติธรรม | Office of Justice Affairs
X65-16011 | X65-16000 | สำนักงานคณะกรรมการป้องกันและปราบปรามยาเสพติด | Office of the Narcotics Control Board
X65-16002 | X65-16000 | สำนักงานปลัดกระทรวงยุติธรรม | Office of the Permanent Secretary, Ministry of Justice
X65-17000 |  | กระทรวงแรงงาน | Ministry of Labour
X65-17003 | X65-17000 | กรมการจัดหางาน | Department of Employment
X65-17004 | X65-17000 | กรมพัฒนาฝีมือแรงงาน | Department of Skill Development
X65-17005 | X65-17000 | กรมสวัสดิการและคุ้มครองแรงงาน | Department of Labour Protection and Welfare
X65-17007 | X65-17000 | สถาบันส่งเสริมความปลอดภัย อาชีวอนามัย และสภาพแวดล้อมในการทำงาน (องค์การมหาชน) | Thailand Institute of Occupational Safety and Health (Public Organization)
X65-17006 | X65-17000 | สำนักงานประกันสังคม | Social Security Office
X65-17002 | X65-17000 | สำนักงานปลัดกระทรวงแรงงาน | Office of the Permanent Secretary, Ministry of Labour
X65-18000 |  | กระทรวงวัฒนธรรม | Ministry of Culture
X65-18003 | X65-18000 | กรมการศาสนา | Department of Religious Affairs
X65-18004 | X65-18000 | กรมศิลปากร | Fine Arts Department
X65-18005 | X65-18000 | กรมส่งเสริมวัฒนธรรม | Department of Cultural Promotion
X65-18010 | X65-18000 | ศูนย์คุณธรรม (องค์การมหาชน) | Moral Promotion Center (Public Organization)
X65-18007 | X65-18000 | ศูนย์มานุษยวิทยาสิรินธร (องค์การมหาชน) | Princess Maha Chakri Sirindhorn Anthropology Centre (Public Organization)
X65-18008 | X65-18000 | สถาบันบัณฑิตพัฒนศิลป์ | Bunditpatanasilpa Institute
X65-18002 | X65-18000 | สำนักงานปลัดกระทรวงวัฒนธรรม | Office of the Permanent Secretary, Ministry of Culture
X65-18006 | X65-18000 | สำนักงานศิลปวัฒนธรรมร่วมสมัย | Office of Contemporary Art and Culture
X65-18009 | X65-18000 | หอภาพยนตร์ (องค์การมหาชน) | Thai Film Archive (Public Organization)
X65-21000 |  | กระทรวงสาธารณสุข | Ministry of Public Health
X65-21003 | X65-21000 | กรมการแพทย์ | Department of Medical Services
X65-21005 | X65-21000 | กรมการแพทย์แผนไทยและการแพทย์ทางเลือก | Department of Thai Traditional and Alternative Medicine
X65-21004 | X65-21000 | กรมควบคุมโรค | Department of Disease Control
X65-21006 | X65-21000 | กรมวิทยาศาสตร์การแพทย์ | Department of Medical Sciences
X65-21014 | X65-21000 | สถาบันการแพทย์ฉุกเฉินแห่งชาติ | National Institute for Emergency Medicine | กรมสถาบันการแพทย์ฉุกเฉินแห่งชาติ
X65-21007 | X65-21000 | กรมสนับสนุนบริการสุขภาพ | Department of Health Service Support
X65-21008 | X65-21000 | กรมสุขภาพจิต | Department of Mental Health
X65-21009 | X65-21000 | กรมอนามัย | Department of Health
X65-21017 | X65-21000 | สถาบันพระบรมราชชนก | Praboromarajchanok Institute
X65-21015 | X65-21000 | สถาบันรับรองคุณภาพสถานพยาบาล (องค์การมหาชน) | Healthcare Accreditation Institute (Public Organization)
X65-21016 | X65-21000 | สถาบันวัคซีนแห่งชาติ | National Vaccine Institute
X65-21011 | X65-21000 | สถาบันวิจัยระบบสาธารณสุข | Health Systems Research Institute
X65-21010 | X65-21000 | สำนักงานคณะกรรมการอาหารและยา | Food and Drug Administration
X65-21002 | X65-21000 | สำนักงานปลัดกระทรวงสาธารณสุข | Office of the Permanent Secretary, Ministry of Public Health
X65-21013 | X65-21000 | สำนักงานหลักประกันสุขภาพแห่งชาติ | National Health Security Office
X65-21012 | X65-21000 | โรงพยาบาลบ้านแพ้ว (องค์การมหาชน) | Banphaeo General Hospital (Public Organization)
`;

export const thBudget2565Units: UnitDeclaration[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code, parent, nameTh, nameEn, ...aliases] = row.split('|').map((part) => part.trim()) as [
      string,
      string,
      string,
      string,
    ];
    return { code, nameTh, nameEn, aliases, ...(parent === '' ? {} : { parent }) };
  });
